import { sessionOf } from '@core/model/document'
import type { RecordType } from '@core/model/records'
import { carriedRecords } from '@core/next/carried'
import { newId } from '../../shared/lib/new-id'
import { useT } from '../../shared/i18n/use-t'
import { useReplica, useSession } from '../../shared/replica/react'
import { useHome } from '../home/use-home'

/** In the order in which they matter next time. */
const KINDS = [
  'task',
  'decision',
  'question',
  'statement',
  'project',
  'indicator',
  'pulse',
  'voice',
] as const satisfies readonly RecordType[]

interface AlongProps {
  readonly day: string
  readonly isRound: boolean
}

/** What comes along by itself, counted by the same function that carries it: nobody types it again. */
export const Along = ({ day, isRound }: AlongProps) => {
  const t = useT()
  const { view } = useReplica()
  const on = day === '' ? (sessionOf(view)?.day ?? '') : day
  const records = carriedRecords(view, { day: on, isRound, personIds: [] }, newId)
  const counted = KINDS.map((kind) => ({ kind, count: records.filter(({ type }) => type === kind).length }))
  return (
    <div className="note along">
      <p>{t('home:next.along')}</p>
      <ul className="along-list">
        {counted
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind} className="tag">
              {t(`home:next.count.${kind}`, { count })}
            </li>
          ))}
      </ul>
    </div>
  )
}

/** Another session was already begun from this one: a second one is a branch of the lab. */
export const Branches = () => {
  const t = useT()
  const session = useSession()
  const { view } = useHome()
  const others = (view?.sessions ?? []).filter(({ previous }) => previous !== undefined && previous === session?.id)
  if (others.length === 0) return null
  return (
    <p className="notice notice-warn">
      {t('home:next.branch', { count: others.length, title: others.map(({ title }) => title).join(', ') })}
    </p>
  )
}
