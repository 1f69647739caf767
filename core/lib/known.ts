/**
 * The fields a schema names, read-only. Record schemas are loose, so that unknown fields of the same format version
 * survive a save; code must not see that openness as "any field exists".
 */
export type Known<T> = { readonly [K in keyof T as string extends K ? never : K]: T[K] }
