// Generated from openapi/ by `npm run generate`. Do not edit.

/**
 * The class of each error code that has one of its own. All others arrive as `P100ApiError`.
 */
export const errorClasses = {
} as const;
