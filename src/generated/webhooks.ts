// Generated from openapi/ by `npm run generate`. Do not edit.


/**
 * The body of each event, by the name of the event.
 */
export interface WebhookEvents {
}

/**
 * The paths to which P100 sends events. Events are missing here if no document names their path.
 */
export const webhookPaths = {
} as const;
