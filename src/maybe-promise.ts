/**
 * What may be there at once. A promise costs its turn of the loop and its garbage: an answer has hundreds of parts, and nearly all of them have been read
 * when they are asked for.
 */
export type MaybePromise<T> = T | Promise<T>;

/** What `next` makes of the value: at once where the value is there. */
export function whenThere<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
	return value instanceof Promise ? value.then(next) : next(value);
}

/** All values, in their order: at once where all are there. */
export function allThere<T>(values: readonly MaybePromise<T>[]): MaybePromise<T[]> {
	return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as T[]);
}
