import { wholeNumber } from '../../../../../core/fields/number';

/** Longest interval between notifications, in minutes. Source: schema NotifyProviderDtoV1. */
export const MAX_NOTIFICATION_INTERVAL = 1440;

/** How often the providers are notified. */
export const notificationInterval = (description: string) =>
	wholeNumber(
		{ displayName: 'Notification Interval (Minutes)', description },
		{ min: 0, max: MAX_NOTIFICATION_INTERVAL, initially: 0 },
	);

/**
 * How the providers are notified, as Phrase wants it; undefined without a template. Source: schema NotifyProviderDtoV1.
 * @param emailTemplateId an empty text for none
 * @param interval in minutes
 */
export function toNotifyProvider(emailTemplateId = '', interval?: number): object | undefined {
	if (emailTemplateId === '') return undefined;
	return { organizationEmailTemplate: { id: emailTemplateId }, notificationIntervalInMinutes: interval };
}
