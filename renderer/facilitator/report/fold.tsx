import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface FoldProps {
  readonly title: string
  /** How it is now, read without opening. */
  readonly now: string
  readonly children: ReactNode
}

/** What is right without touching it: closed, and says how it is. */
export const Fold = ({ title, now, children }: FoldProps) => (
  <details className="report-fold">
    <summary>
      <IconChevronRight size={18} stroke={1.75} aria-hidden="true" />
      <b>{title}</b>
      <span className="quiet small">{now}</span>
    </summary>
    <div className="report-fold-body">{children}</div>
  </details>
)
