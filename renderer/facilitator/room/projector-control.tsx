import { Menu } from '@mantine/core'
import { IconCheck, IconExternalLink, IconPresentation } from '@tabler/icons-react'
import type { Stage } from '@core/model/session'
import { useT } from '../../shared/i18n/use-t'
import { useReplica, useRun, useSession, useTable } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { reportFailure } from '../app/problems'
import { sameStage, stageWords, stagesOf } from './stage-words'

/** What the room sees, and how to change it. The button names it, so that nobody has to turn round. */
export const ProjectorControl = () => {
  const t = useT()
  const run = useRun()
  const { view } = useReplica()
  const session = useSession()
  // The list follows these tables.
  useTable('vote')
  useTable('board')
  if (session === undefined) return null
  const show = async (stage: Stage): Promise<void> => {
    const done = await run('stage.show', { stage })
    if (!done.ok) reportFailure(done.error)
  }
  const now = stageWords(t, view, session.stage)
  return (
    <Menu withinPortal width={300}>
      <Menu.Target>
        <button
          type="button"
          className="btn btn-quiet"
          data-blank={session.stage.view === 'blank' || undefined}
          title={t('shell:projector.shows', { what: now })}
        >
          <IconPresentation size={18} stroke={1.75} aria-hidden="true" />
          <span>{session.stage.view === 'blank' ? t('shell:projector.blank') : t('shell:projector.name')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell:projector.shows', { what: now })}</Menu.Label>
        {stagesOf(view).map((stage) => {
          const chosen = sameStage(stage, session.stage)
          return (
            <Menu.Item
              key={JSON.stringify(stage)}
              role="menuitemradio"
              aria-checked={chosen}
              leftSection={chosen ? <IconCheck size={16} stroke={2} /> : <span className="menu-gap" />}
              onClick={() => void show(stage)}
            >
              {stageWords(t, view, stage)}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconExternalLink size={16} stroke={1.75} />}
          onClick={() => void runAction('projector.open')}
        >
          {t('actions:projector.open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
