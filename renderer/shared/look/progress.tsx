import { useEffect, useState } from 'react'
import type { CSSProperties, ReactNode } from 'react'

interface StripProps {
  /** 0 to 1; anything outside is cut off. */
  readonly share: number
  readonly tone?: 'ink' | 'warn' | 'bad'
}

interface ProgressProps {
  readonly done: number
  readonly total: number
  /** In words with the numbers: "24 of 60 pages". */
  readonly words: string
  readonly name: string
  readonly cancel?: ReactNode
  /** Milliseconds before anything shows: short work should not flash. */
  readonly after?: number
}

/** The bare strip of timers and progress. Silent: figures or words stand beside it. */
export const Strip = ({ share, tone = 'ink' }: StripProps) => {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  const style: CSSProperties & Record<'--share', string> = { '--share': `${percent}%` }
  return <div className="strip" data-tone={tone} style={style} aria-hidden="true" />
}

/** Long work: how far it is, and how to stop it. */
export const Progress = ({ done, total, words, name, cancel, after = 400 }: ProgressProps) => {
  const [shown, setShown] = useState(after === 0)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), after)
    return () => clearTimeout(timer)
  }, [after])
  if (!shown) return null
  return (
    <div className="progress">
      <div
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(done, total)}
        aria-valuetext={words}
      >
        <Strip share={total > 0 ? done / total : 0} />
      </div>
      {cancel}
      <span className="progress-words small">{words}</span>
    </div>
  )
}
