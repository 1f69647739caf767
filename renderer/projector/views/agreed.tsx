import { IconCheck, IconX } from '@tabler/icons-react'
import type { Decision, Task } from '@core/model/outcome'
import type { Owner } from '@core/model/person'
import { formatDay } from '../../shared/i18n/format'
import { labelText } from '../../shared/i18n/label'
import { useLang, useT } from '../../shared/i18n/use-t'
import { useOrdered, useTable } from '../../shared/replica/react'
import { Frame } from '../parts/frame'
import { JoinCode } from '../parts/join-code'
import { useStepName } from '../parts/use-head'
import { usePages } from '../parts/use-pages'

type AgreedState = 'done' | 'half' | 'open' | 'stuck' | 'dropped'

type Row = {
  readonly id: string
  readonly text: string
  readonly owner: Owner | undefined
  readonly state: AgreedState
  readonly due: string | undefined
  readonly progress: string | undefined
}

const ROWS = 4

/** What came of what was agreed last time: each thing with what has become of it. */
export const AgreedView = () => {
  const t = useT()
  const head = useStepName()
  const tasks = useOrdered('task')
  const decisions = useOrdered('decision')
  const rows = [
    ...tasks.filter((task) => task.fromSession !== undefined).map(taskRow),
    ...decisions.filter((decision) => decision.fromSession !== undefined).map(decisionRow),
  ]
  const pages = Math.ceil(rows.length / ROWS)
  const page = usePages(pages)
  return (
    <Frame
      head={head}
      className="agreed"
      foot={
        <>
          <p>
            {rows.length === 0 ? null : (
              <>
                <b>{t('projector:agreed.summary', { counts: summary(t, rows) })}</b> {t('projector:agreed.ask')}
              </>
            )}
          </p>
          <JoinCode />
        </>
      }
    >
      <div className="board-title">
        <h1>{t('projector:agreed.title')}</h1>
        {pages > 1 ? <p className="board-page">{t('projector:board.page', { page: page + 1, pages })}</p> : null}
      </div>
      {rows.length === 0 ? (
        <p className="agreed-none">{t('projector:agreed.none')}</p>
      ) : (
        <ul className="agreed-rows">
          {rows.slice(page * ROWS, (page + 1) * ROWS).map((row) => (
            <AgreedRow key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Frame>
  )
}

const taskRow = (task: Task): Row => {
  const { id, text, owner, due, progress, review } = task
  const common = { id, text, owner, due, progress }
  if (review === 'done' || task.state === 'done') return { ...common, state: 'done' }
  if (review === 'dropped' || task.state === 'dropped') return { ...common, state: 'dropped' }
  if (review === 'stuck') return { ...common, state: 'stuck' }
  return { ...common, state: review === 'going-on' || task.state === 'doing' ? 'half' : 'open' }
}

const decisionRow = ({ id, wording, owner, status, reviewOn }: Decision): Row => ({
  id,
  text: wording,
  owner,
  due: reviewOn,
  progress: undefined,
  state: status === 'kept' ? 'done' : status === 'dropped' ? 'dropped' : status === 'changed' ? 'half' : 'open',
})

const summary = (t: ReturnType<typeof useT>, rows: readonly Row[]): string => {
  const states: readonly AgreedState[] = ['done', 'half', 'open', 'stuck', 'dropped']
  return states
    .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => t(`projector:agreed.count.${state}`, { count }))
    .join(', ')
}

const AgreedRow = ({ row }: { readonly row: Row }) => {
  const t = useT()
  const lang = useLang()
  const voices = useTable('voice')
  const { owner, due, state } = row
  const voice = owner?.kind === 'voice' ? voices.get(owner.voiceId) : undefined
  const who = owner?.kind === 'organisation' ? owner.name : voice ? labelText(t, voice.label) : null
  const words =
    state === 'open' && due !== undefined
      ? t('projector:agreed.due', { day: formatDay(lang, due, 'short') })
      : t(`projector:agreed.state.${state}`)
  return (
    <li className="agreed-row">
      <span className={`agreed-box agreed-${state}`} aria-hidden="true">
        {state === 'done' ? <IconCheck /> : state === 'dropped' ? <IconX /> : null}
      </span>
      <div className="agreed-what">
        <p className="agreed-text" dir="auto">
          {row.text}
        </p>
        {who === null ? null : (
          <p className="agreed-owner" dir="auto">
            {who}
          </p>
        )}
      </div>
      <p className="agreed-state" dir="auto">
        {row.progress === undefined || row.progress === '' ? words : row.progress}
        {row.progress ? <span className="visually-hidden"> ({words})</span> : null}
      </p>
    </li>
  )
}
