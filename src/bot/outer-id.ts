import { plainSigns } from '../core/commands/fields';

/**
 * What a platform calls something: somebody, a chat, a message, a delivery. The longest are some 150 signs long. What is empty, longer, or has
 * signs in it that no database keeps (NUL, half of a character) was given by no platform: a body that bears it says nothing to us.
 */
export const outerId = plainSigns.max(400);
