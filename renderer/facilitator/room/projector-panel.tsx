import { IconDevices, IconExternalLink, IconEyeOff, IconPresentation, IconPresentationOff } from '@tabler/icons-react'
import { ordered } from '@core/model/document'
import { runningStep } from '@core/commands/running-step'
import type { Group } from '@core/model/session'
import { nextStep } from '@core/rules/agenda-time'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { KeyCap } from '../../shared/look/key-cap'
import { Segmented } from '../../shared/look/segmented'
import { useOrdered, useReplica, useRole, useSession } from '../../shared/replica/react'
import { runAction } from '../app/actions'
import { Drawer } from '../app/drawer'
import { chooseGroup, useChosenGroup } from '../app/group-choice'
import { showPanel } from '../app/panels'
import { SidePanel } from '../app/side-panel'
import { RoomPicture } from './room-picture'
import { StageList } from './stage-list'
import { stageWords } from './stage-words'
import { useOpenProjector } from './use-open-projector'
import { useScreens } from './use-screens'
import { useShowStage } from './use-show-stage'
import './room.css'

/** Empty stands for everybody: a segment needs a text for its value. */
const EVERYBODY = ''

const WhichGroup = ({ group }: { readonly group: Group | undefined }) => {
  const t = useT()
  const groups = useOrdered('group')
  if (groups.length === 0) return null
  return (
    <Segmented
      name={t('room:projector.which')}
      value={group?.id ?? EVERYBODY}
      segments={[
        { value: EVERYBODY, label: t('shell:groups.everybody') },
        ...groups.map(({ id, label }) => ({ value: id, label: labelText(t, label) })),
      ]}
      onChange={(value) => chooseGroup(value === EVERYBODY ? null : value)}
    />
  )
}

/** Whether anybody can see it. */
const Screens = ({ group }: { readonly group: Group | undefined }) => {
  const t = useT()
  const open = useOpenProjector()
  const isFacilitator = useRole() === 'facilitator'
  const screens = useScreens().filter(({ groupId }) => groupId === (group?.id ?? null))
  const elsewhere = screens.filter(({ granted }) => granted).length
  return (
    <div className="room-screens">
      {screens.length === 0 ? (
        <p className="notice notice-warn" role="status">
          <IconPresentationOff size={19} stroke={1.75} aria-hidden="true" />
          <span>{t('room:projector.noScreen')}</span>
        </p>
      ) : (
        <p className="small quiet" role="status">
          {t('room:projector.screens', { count: screens.length })}
          {elsewhere > 0 ? ` ${t('room:projector.elsewhere', { count: elsewhere })}` : null}
        </p>
      )}
      {isFacilitator ? (
        <div className="actions">
          <Button
            size="small"
            kind={screens.length === 0 ? 'primary' : 'plain'}
            icon={<IconExternalLink size={16} stroke={1.75} />}
            onClick={() => void open(group?.id)}
          >
            {t('actions:projector.open')}
          </Button>
          <Button
            size="small"
            icon={<IconDevices size={16} stroke={1.75} />}
            onClick={() => showPanel({ kind: 'room', test: false, part: 'grants' })}
          >
            {t('room:projector.other')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const Next = ({ group }: { readonly group: Group | undefined }) => {
  const t = useT()
  const { view } = useReplica()
  const steps = useOrdered('step')
  const current = runningStep(view, group?.id)
  const own = ordered(view, 'step').filter(({ groupId }) => groupId === undefined || groupId === group?.id)
  const next = steps.length === 0 ? undefined : nextStep(own, current?.id)
  if (next === undefined) return null
  return (
    <p className="small">
      <span className="quiet">{t('room:projector.next')}</span> <b>{labelText(t, next.label)}</b>
    </p>
  )
}

/** What the room sees now, in a small picture; what it could see instead; and on which screens. */
export const ProjectorPanel = () => {
  const t = useT()
  const { view } = useReplica()
  const session = useSession()
  const group = useChosenGroup()
  const show = useShowStage()
  const stage = group?.stage ?? session?.stage
  if (stage === undefined) return null
  const blank = stage.view === 'blank'
  return (
    <SidePanel side="right">
      <Drawer
        title={t('shell:projector.name')}
        mark={<IconPresentation size={20} stroke={1.75} aria-hidden="true" />}
        onClose={() => showPanel(null)}
        takesFocus
      >
        <WhichGroup group={group} />
        <RoomPicture stage={stage} groupId={group?.id ?? null} />
        <div className="room-now">
          <p>
            <span className="small quiet">{t('room:projector.now')}</span>
            <b>{stageWords(t, view, stage)}</b>
          </p>
          <Button
            icon={<IconEyeOff size={17} stroke={1.75} />}
            pressed={blank}
            onClick={() => void runAction('projector.blank')}
          >
            {blank ? t('room:projector.back') : t('room:projector.blank')} <KeyCap keys={['B']} />
          </Button>
        </div>
        <Next group={group} />
        <Screens group={group} />
        <StageList shown={stage} groupId={group?.id} onShow={(next) => void show(next, group?.id)} />
      </Drawer>
    </SidePanel>
  )
}
