import type { ReactNode } from 'react'
import type { VoiceSlot } from '@core/charts/voice-looks'
import { cssVoiceColours, VOICE_LOOKS } from '@core/charts/voice-looks'
import { shapePath } from '@core/charts/voice-shapes'
import type { TemplateCard } from '@core/protocol/views'

const mark = (slot: VoiceSlot, x: number, y: number, size = 9): ReactNode => (
  <path
    key={`${slot}-${x}-${y}`}
    d={shapePath(VOICE_LOOKS[slot].shape, x, y, size)}
    fill={cssVoiceColours(slot).fill}
    stroke="none"
  />
)

const box = (x: number, y: number, width: number, height: number): ReactNode => (
  <rect key={`${x}-${y}`} x={x} y={y} width={width} height={height} rx={2} fill="var(--well)" stroke="none" />
)

const outline = (x: number, y: number, width = 15, height = 11): ReactNode => (
  <rect key={`o${x}-${y}`} x={x} y={y} width={width} height={height} rx={1} fill="var(--sheet)" />
)

const COLUMNS = [0, 24, 48, 72]

const PICTURES: Readonly<Record<TemplateCard['picture'], ReactNode>> = {
  matrix: (
    <>
      {[0, 18, 36].flatMap((y) => [0, 19, 38, 57, 76].map((x) => box(x, y, 16, 15)))}
      {mark(1, 8, 7)}
      {mark(2, 27, 7)}
      {mark(3, 46, 26)}
      {mark(2, 84, 26)}
      {mark(1, 65, 44)}
    </>
  ),
  stairs: <path d="M0 46h22V34h22V22h22V10h22" fill="none" />,
  rings: (
    <>
      <circle cx={46} cy={25} r={24} fill="none" />
      <circle cx={46} cy={25} r={13} fill="none" />
      {mark(1, 46, 25)}
      {mark(2, 58, 16)}
      {mark(3, 30, 37)}
      {mark(4, 66, 40)}
    </>
  ),
  'follow-up': (
    <>
      {box(0, 8, 36, 36)}
      <path d="M7 19h22M7 26h22M7 33h14M42 26h20M55 19l7 7-7 7" fill="none" />
      {outline(66, 8, 20, 34)}
    </>
  ),
  columns: (
    <>
      {COLUMNS.map((x) => box(x, 2, 20, 46))}
      {outline(3, 6)}
      {outline(3, 20)}
      {outline(27, 6)}
      {outline(51, 6)}
    </>
  ),
  quadrants: (
    <>
      <path d="M0 25h90M45 0v50" fill="none" />
      {mark(1, 24, 10)}
      {mark(2, 66, 11)}
      {mark(4, 20, 40)}
      {mark(3, 70, 38)}
    </>
  ),
  voices: (
    <>
      {mark(1, 10, 22, 17)}
      {mark(2, 32, 22, 16)}
      {mark(3, 54, 22, 17)}
      {mark(4, 76, 22, 18)}
      <path d="M0 44h86" fill="none" />
    </>
  ),
  questions: (
    <>
      {box(0, 6, 38, 40)}
      <path d="M14 20c0-8 11-8 11 0 0 5-5.500 5-5.500 10M19.500 36v1.500" fill="none" strokeLinecap="round" />
      {outline(44, 6, 38, 40)}
      <path d="M51 18h24M51 26h24M51 34h15" fill="none" />
    </>
  ),
  empty: (
    <>
      <rect x={1} y={4} width={76} height={42} rx={2} fill="none" strokeDasharray="5 4" />
      <path d="M39 16v18M30 25h18" fill="none" />
    </>
  ),
}

/** Who has spoken by a round of the dialogue, on the stairs. */
const CLIMBERS: readonly ReactNode[] = [mark(1, 11, 39), mark(2, 33, 27), mark(3, 55, 15), mark(5, 77, 4)]

/** A small drawing of what a template holds. Silent: its name stands below. */
export const TemplatePicture = ({ picture, round }: Pick<TemplateCard, 'picture' | 'round'>) => (
  <svg
    className="template-picture"
    width={96}
    height={52}
    viewBox="-1 -1 96 52"
    fill="none"
    stroke="var(--line)"
    strokeWidth={1.5}
    aria-hidden="true"
  >
    {PICTURES[picture]}
    {picture === 'stairs' ? CLIMBERS.slice(0, round ?? CLIMBERS.length) : null}
  </svg>
)
