import { IconTrash } from '@tabler/icons-react'
import { LIMITS } from '@core/model/limits'
import type { Group } from '@core/model/session'
import { plannedMinutes } from '@core/rules/agenda-time'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { IconButton } from '../../shared/look/button'
import { useOrdered, useRoom, useRun } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'
import { useDuration } from '../app/use-duration'
import { InlineField } from './inline-field'

const Row = ({ group, locked }: { readonly group: Group; readonly locked: boolean }) => {
  const t = useT()
  const run = useRun()
  const duration = useDuration()
  const room = useRoom()
  const steps = useOrdered('step').filter(({ groupId }) => groupId === group.id)
  const code = room?.groups.find(({ groupId }) => groupId === group.id)?.code
  const name = labelText(t, group.label)
  const atWork = steps.some(({ state }) => state === 'running')
  const rename = async (text: string): Promise<void> => {
    if (text === '') return
    const done = await run('group.update', { id: group.id, label: { text } })
    if (!done.ok) reportFailure(done.error)
  }
  const remove = async (): Promise<void> => {
    const done = await run('group.remove', { id: group.id })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <li className="agenda-group">
      <InlineField
        name={t('agenda:groups.name')}
        value={name}
        maxLength={LIMITS.label}
        readOnly={locked}
        onCommit={(text) => void rename(text)}
      />
      <span className="quiet small">
        {t('agenda:groups.steps', { count: steps.length, duration: duration(plannedMinutes(steps)) })}
      </span>
      <span className="small">
        {code === undefined ? t('agenda:groups.noCode') : t('agenda:groups.code', { code })}
      </span>
      <IconButton
        size="small"
        name={t('agenda:groups.remove', { group: name })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={() => void remove()}
        unavailable={locked ? t('agenda:closed') : atWork ? t('agenda:groups.atWork') : undefined}
      />
    </li>
  )
}

/** The parallel groups: names, how long each works, how to join. */
export const GroupsSection = ({ locked }: { readonly locked: boolean }) => {
  const t = useT()
  const groups = useOrdered('group')
  if (groups.length === 0) return null
  return (
    <section className="agenda-groups" aria-labelledby="agenda-groups">
      <h2 id="agenda-groups">{t('agenda:groups.title')}</h2>
      <ul>
        {groups.map((group) => (
          <Row key={group.id} group={group} locked={locked} />
        ))}
      </ul>
      <p className="field-hint">{t('agenda:groups.hint')}</p>
    </section>
  )
}
