/** As the webhook is called. */
export const PROJECT_CREATED = 'PROJECT_CREATED';
