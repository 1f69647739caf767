import { IconPresentation, IconPresentationOff } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { useReplica, useSession } from '../../shared/replica/react'
import { Button } from '../../shared/look/button'
import { useChosenGroup } from '../app/group-choice'
import { showPanel, usePanel } from '../app/panels'
import { stageWords } from './stage-words'

/** Opens what the room sees, and how to change it. Its title names it, so that nobody has to turn round. */
export const ProjectorControl = () => {
  const t = useT()
  const { view } = useReplica()
  const session = useSession()
  const group = useChosenGroup()
  const isShown = usePanel()?.kind === 'projector'
  const stage = group?.stage ?? session?.stage
  if (stage === undefined) return null
  const blank = stage.view === 'blank'
  const Icon = blank ? IconPresentationOff : IconPresentation
  return (
    <Button
      kind="quiet"
      title={t('shell:projector.shows', { what: stageWords(t, view, stage) })}
      expanded={isShown}
      icon={<Icon size={18} stroke={1.75} />}
      onClick={() => showPanel(isShown ? null : { kind: 'projector' })}
    >
      {blank ? t('shell:projector.blank') : t('shell:projector.name')}
    </Button>
  )
}
