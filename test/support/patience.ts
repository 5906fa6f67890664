/**
 * How long a fake Slack of a story waits for an answer, and how long a trigger of it lives, in milliseconds. Both are three seconds in Slack, which
 * a build machine with four companies on two cores may miss; that they suffice is measured.
 */
export const patience = { answerWithinMs: 10_000, triggerLivesMs: 10_000 } as const;
