import type { ReactNode } from 'react'
import { Logo } from '../../shared/look/logo'
import { StepClock, TimeStrip } from './clock'

interface FrameProps {
  /** The small line beside the sign of the app. */
  readonly head: string
  readonly children: ReactNode
  readonly foot: ReactNode
  /** Without a timer: the join screen and results. `strip`: only along the edge, where the picture is the timer. */
  readonly timed?: boolean | 'strip'
  readonly className?: string
}

/** Head 104, foot 92, time along the very edge; what lies between is the picture. */
export const Frame = ({ head, children, foot, timed = true, className }: FrameProps) => (
  <div className="picture">
    <header className="picture-head">
      <Logo size={42} />
      <p className="picture-name" dir="auto">
        {head}
      </p>
      {timed === true ? <StepClock /> : null}
    </header>
    <main className={className ? `picture-body ${className}` : 'picture-body'}>{children}</main>
    <footer className="picture-foot">{foot}</footer>
    {timed ? <TimeStrip /> : null}
  </div>
)
