import type { ReactNode } from 'react'

interface SidePanelProps {
  readonly side: 'left' | 'right'
  readonly wide?: boolean
  /** A `Drawer`. */
  readonly children: ReactNode
}

/** A drawer of the shell itself (room, step, saving): over the sheet at one side, never modal. */
export const SidePanel = ({ side, wide = false, children }: SidePanelProps) => (
  <div className="side-panel" data-side={side} data-wide={wide || undefined}>
    {children}
  </div>
)
