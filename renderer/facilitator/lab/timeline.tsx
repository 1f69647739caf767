import type { CSSProperties } from 'react'
import type { LabOverview } from '@core/protocol/views'
import { useT } from '../../shared/i18n/use-t'
import { useReplica } from '../../shared/replica/react'
import { useFormat } from '../app/use-format'
import { useOpen } from '../home/use-open'

type Session = LabOverview['sessions'][number]
type Lane = { readonly lane: number; readonly part: 'first' | 'middle' | 'last' | 'only' }

/** The lines that pass each row, and from which lane a branch leaves. `sessions` are oldest first. */
export const lanesOf = (
  sessions: readonly Session[],
): readonly { readonly lines: readonly Lane[]; readonly from: number | null }[] => {
  const rowOf = new Map(sessions.map((session, row) => [session.sessionId, row]))
  const ends = new Map<number, { first: number; last: number }>()
  for (const [row, { branch }] of sessions.entries()) {
    const end = ends.get(branch)
    ends.set(branch, { first: end?.first ?? row, last: row })
  }
  return sessions.map((session, row) => {
    const lines = [...ends].flatMap(([lane, { first, last }]): Lane[] => {
      if (row < first || row > last) return []
      return [{ lane, part: first === last ? 'only' : row === first ? 'first' : row === last ? 'last' : 'middle' }]
    })
    const parent = sessions[rowOf.get(session.previous ?? '') ?? -1]
    return { lines, from: parent !== undefined && parent.branch !== session.branch ? parent.branch : null }
  })
}

type Vars = CSSProperties & { readonly [name: `--${string}`]: number }

const Row = ({
  session,
  row,
  lanes,
}: {
  readonly session: Session
  readonly row: ReturnType<typeof lanesOf>[number]
  readonly lanes: number
}) => {
  const t = useT()
  const { day } = useFormat()
  const open = useOpen()
  const here = useReplica().snapshot()?.fileId === session.fileId
  const vars = (lane: number, from = 0): Vars => ({ '--lane': lane, '--from': from })
  const all: Vars = { '--lanes': lanes }
  return (
    <li style={all} data-here={here || undefined} data-session={session.sessionId}>
      {row.lines.map(({ lane, part }) =>
        part === 'only' ? null : (
          <span key={lane} className="timeline-line" data-part={part} style={vars(lane)} aria-hidden="true" />
        ),
      )}
      {row.from === null ? null : (
        <span className="timeline-fork" style={vars(session.branch, row.from)} aria-hidden="true" />
      )}
      <span className="timeline-dot" data-state={session.state} style={vars(session.branch)} aria-hidden="true" />
      <div className="timeline-words">
        <h3>
          {here ? (
            session.title
          ) : (
            <button
              type="button"
              className="decision-open"
              title={t('lab:over.open', { title: session.title })}
              onClick={() => void open.session(session.fileId, session.title)}
            >
              {session.title}
            </button>
          )}
        </h3>
        <p className="small quiet">
          {day(session.day)} · {t(here ? 'lab:over.here' : `lab:over.state.${session.state}`)}
          {session.branch === 0 ? null : <> · {t('lab:over.branch', { number: session.branch })}</>}
        </p>
        <p className="small quiet">
          {t('lab:over.counts', {
            people: t('common:people', { count: session.people }),
            cards: t('common:cards', { count: session.cards }),
            decisions: t('lab:over.decisionCount', { count: session.decisions }),
          })}
        </p>
      </div>
    </li>
  )
}

/** All meetings of a lab, oldest on top; a second line where two were started from one. */
export const Timeline = ({ sessions }: { readonly sessions: readonly Session[] }) => {
  const t = useT()
  const rows = lanesOf(sessions)
  const lanes = Math.max(0, ...sessions.map(({ branch }) => branch)) + 1
  return (
    <section className="panel" aria-labelledby="lab-sessions">
      <h2 id="lab-sessions">{t('lab:over.sessions', { count: sessions.length })}</h2>
      <ol className="timeline">
        {sessions.map((session, index) => (
          <Row key={session.fileId} session={session} row={rows[index] ?? { lines: [], from: null }} lanes={lanes} />
        ))}
      </ol>
    </section>
  )
}
