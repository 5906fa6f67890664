const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as nothing but words, in a page or between the quotation marks of an attribute. */
export const text = (said: string): string => said.replace(/[&<>"']/g, (mark) => marks[mark] as string);
