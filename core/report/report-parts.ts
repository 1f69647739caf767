import type { Block, Part, Words } from './model'
import { say } from './model'
import type { Audience } from './voice-refs'

/** Drawn once for the people of the room and once for the public; redaction keeps one. */
export const byAudience = (draw: (audience: Audience) => readonly Block[]): Block => ({
  b: 'by-audience',
  room: draw('room'),
  public: draw('public'),
})

/** A part under its usual title, `report:part.<id>`. */
export const partOf = (id: string, blocks: readonly Block[], breakBefore = false): Part => ({
  id,
  title: say(`part.${id}`),
  blocks,
  breakBefore,
})

export const paragraph = (words: Words): Block => ({ b: 'paragraph', words })
