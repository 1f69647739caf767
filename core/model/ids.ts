import { z } from 'zod'

/** The only form of an id; ids touch paths and markup, so nothing else is let in. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{2,40}$/

/** Names that every JavaScript object has: harmless in a Map, a surprise anywhere else. */
const INHERITED: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** For ids that somebody in the room makes up. */
export const isOwnName = (id: string): boolean => !INHERITED.includes(id)

export const idSchema = z.string().regex(ID_PATTERN)
export type Id = z.infer<typeof idSchema>
