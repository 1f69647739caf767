import { VOICE_LOOK_IDS, VOICE_LOOKS } from '@core/charts/voice-looks'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { patternId } from '@core/charts/voice-patterns'
import { shapePath } from '@core/charts/voice-shapes'

/** Marks are drawn in this box and scaled; the rings of joined voices keep the same height and stay readable. */
export const MARK_BOX = 16

const PAGE_PREFIX = 'voice-pattern-'

/** Made once: a board draws the same nine outlines thousands of times. */
const MARK_PATHS = new Map<VoiceLookId, string>(
  VOICE_LOOK_IDS.map((id) => [id, shapePath(VOICE_LOOKS[id].shape, MARK_BOX / 2, MARK_BOX / 2, MARK_BOX)]),
)

/** The outline of a voice's mark in a box of 16 by 16. */
export const markPath = (id: VoiceLookId): string => MARK_PATHS.get(id) ?? ''

/** The class that carries a voice's colours and pattern; use it together with `pat`, `edge` or `chip`. */
export const voiceClass = (id: VoiceLookId): string => `voice-${id}`

/** The id under which `PatternDefs` defines a voice's pattern in this page. */
export const pagePatternId = (id: VoiceLookId): string => patternId(id, PAGE_PREFIX)

/** The `fill` of a bar in a chart. The page must hold `PatternDefs` once. */
export const patternFill = (id: VoiceLookId): string => `url(#${pagePatternId(id)})`
