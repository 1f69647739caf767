import { cssVoiceColours, VOICE_LOOK_IDS } from '@core/charts/voice-looks'
import type { VoiceLookId } from '@core/charts/voice-looks'
import { patternTile } from '@core/charts/voice-patterns'
import type { PatternPart } from '@core/charts/voice-patterns'
import { pagePatternId } from './voices'

const Part = ({ part, colour }: { readonly part: PatternPart; readonly colour: string }) =>
  part.kind === 'dot' ? (
    <circle cx={part.cx} cy={part.cy} r={part.r} fill={colour} />
  ) : (
    <rect x={part.x} y={part.y} width={part.width} height={part.height} fill={colour} />
  )

const Pattern = ({ voice }: { readonly voice: VoiceLookId }) => {
  const { width, height, turn, parts } = patternTile(voice)
  const colours = cssVoiceColours(voice)
  return (
    <pattern
      id={pagePatternId(voice)}
      width={width}
      height={height}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turn})`}
    >
      {parts.map((part, index) => (
        <Part key={index} part={part} colour={colours[part.colour]} />
      ))}
    </pattern>
  )
}

/** The patterns for charts; once in a page, near its root. Not hidden by `display`, or the fills would be lost. */
export const PatternDefs = () => (
  <svg className="pattern-defs" aria-hidden="true" focusable="false">
    <defs>
      {VOICE_LOOK_IDS.map((voice) => (
        <Pattern key={voice} voice={voice} />
      ))}
    </defs>
  </svg>
)
