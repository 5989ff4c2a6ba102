/** What breaks clients of the first of two schemas, given as text. */
export function breakingChanges(before: string, after: string): Promise<{ path: string; message: string }[]>;
