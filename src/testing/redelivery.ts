/** About how long P100 waits before each repeated delivery, in milliseconds. It delivers an event up to five times. */
export const redeliveryWaitsMs = [8_000, 16_000, 32_000, 64_000] as const;
