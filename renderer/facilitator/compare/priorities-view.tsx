import { useState } from 'react'
import type { CSSProperties } from 'react'
import type { PriorityLine } from '@core/compare/views'
import { useLang, useT } from '../../shared/i18n/use-t'
import { formatPercent } from '../../shared/i18n/format'
import { VoiceMark } from '../../shared/look/voice-mark'
import { useFormat } from '../app/use-format'
import { lookOf } from './compare-words'
import { TableButton } from '../votes/result-section'
import { Finding } from './heat-view'
import { MovesTable } from './moves-table'
import { PrioritiesTable } from './priorities-table'
import { prioritiesByLab } from './priorities-model'
import type { LabLine, LabPriorities, Ranked } from './priorities-model'

const Moved = ({ one }: { readonly one: Ranked }) => {
  const t = useT()
  if (one.before === undefined) return null
  const words =
    one.before === null
      ? t('compare:priorities.new')
      : one.before === one.rank
        ? t('compare:priorities.same')
        : t(`compare:priorities.${one.before > one.rank ? 'up' : 'down'}`, { rank: one.before })
  return <span className="tag">{words}</span>
}

const First = ({ one }: { readonly one: Ranked }) => {
  const t = useT()
  const lang = useLang()
  const { list } = useFormat()
  const style: CSSProperties & Record<'--share', string> = { '--share': `${Math.min(100, one.share ?? 0)}%` }
  return (
    <li>
      <span className="priority-text">
        {one.text} <Moved one={one} />
        {one.voices.length === 0 ? null : (
          <span className="small quiet">{t('compare:priorities.firstFor', { voices: list(one.voices) })}</span>
        )}
      </span>
      {one.share === null ? null : (
        <>
          <span className="priority-bar" style={style} aria-hidden="true" />
          <b className="priority-share">{formatPercent(lang, one.share / 100)}</b>
        </>
      )}
    </li>
  )
}

const VoicesFirst = ({ line }: { readonly line: LabLine }) => {
  const t = useT()
  const { list } = useFormat()
  if (line.groups.length === 0) return <p className="quiet">{t('compare:priorities.noVoices')}</p>
  return (
    <dl className="priority-voices">
      {line.groups.map(({ name, slot, first }) => (
        <div key={name}>
          <dt>
            <VoiceMark voice={lookOf(slot)} size={13} /> {name}
          </dt>
          <dd>{first.length === 0 ? t('report:none') : list(first)}</dd>
        </div>
      ))}
    </dl>
  )
}

const Line = ({ line, order }: { readonly line: LabLine; readonly order: 'time' | 'voice' }) => {
  const { day } = useFormat()
  return (
    <li className="panel priority-line">
      <p className="small quiet">{day(line.day)}</p>
      <h3>{line.question}</h3>
      {order === 'voice' ? (
        <VoicesFirst line={line} />
      ) : (
        <ol className="priority-first">
          {line.ranked.map((one) => (
            <First key={one.text} one={one} />
          ))}
        </ol>
      )}
    </li>
  )
}

const Lab = ({ lab, order }: { readonly lab: LabPriorities; readonly order: 'time' | 'voice' }) => (
  <section className="compare-section">
    <h2>{lab.labName}</h2>
    {order === 'time' ? <MovesTable lab={lab} /> : null}
    <ol className="priority-lines">
      {lab.lines.map((line) => (
        <Line key={line.id} line={line} order={order} />
      ))}
    </ol>
  </section>
)

interface PrioritiesViewProps {
  readonly lines: readonly PriorityLine[]
  readonly order: 'time' | 'voice'
}

/** What came first in each vote: over time, or voice by voice; drawn lab by lab, or in one table. */
export const PrioritiesView = ({ lines, order }: PrioritiesViewProps) => {
  const t = useT()
  const [asTable, setAsTable] = useState(false)
  const labs = prioritiesByLab(lines)
  if (labs.length === 0) return <p className="note compare-note">{t('compare:noVotes')}</p>
  const apart = lines.filter(({ groups }) => new Set(groups.flatMap(({ first }) => first.slice(0, 1))).size > 1).length
  return (
    <>
      <Finding
        sentences={[
          t('compare:priorities.finding', {
            count: lines.length,
            labs: t('report:compare.labs', { count: labs.length }),
          }),
          t('compare:priorities.apart', { count: apart }),
        ]}
      />
      <div className="compare-section-head">
        <p className="small quiet compare-foot-note">{t('report:compare.priorityNote')}</p>
        <TableButton table={asTable} onToggle={() => setAsTable(!asTable)} />
      </div>
      {asTable ? (
        <PrioritiesTable labs={labs} order={order} />
      ) : (
        labs.map((lab) => <Lab key={lab.labName} lab={lab} order={order} />)
      )}
    </>
  )
}
