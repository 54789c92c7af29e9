/** As the webhook about a change of a job's status is called, so that workflows can do with either trigger. */
export const JOB_REACHED_STATUS = 'JOB_STATUS_CHANGED';

/** As the webhook is called. */
export const PROJECT_CREATED = 'PROJECT_CREATED';
