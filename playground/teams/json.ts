/** Any JSON object as it travels on the wire, before anybody looked inside. */
export type Json = Record<string, unknown>;

/** True for a JSON object (not for an array, not for null). */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects among the items of a list; an empty list for anything else. */
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** The value when it is a string, else undefined. */
export const words = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A deep copy, so that nobody outside can change what the tenant remembers. */
export const copy = <T>(value: T): T => structuredClone(value);
