import { IconLock, IconPlus } from '@tabler/icons-react'
import { isVoiceSlot } from '@core/charts/voice-looks'
import type { Contribute } from '@core/model/step'
import { labelText } from '../../../shared/i18n/label'
import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { VoiceChip } from '../../../shared/look/chip'
import { KeyCap } from '../../../shared/look/key-cap'
import { Segmented } from '../../../shared/look/segmented'
import { useOrdered, useRecord, useRun } from '../../../shared/replica/react'
import { runAction } from '../../app/actions'
import { reportFailure } from '../../app/problems'
import type { Store } from '../../app/store'
import { SmallMap } from '../map/small-map'
import type { SmallMapView } from '../map/small-map'
import { toggled } from '../model/filter'
import type { BoardIndex } from '../model/zone-index'
import { useBoardWork } from '../state/board-context'
import { useUi } from '../state/board-ui'
import { FilterCount, FilterMenu } from './filter-menu'
import { SearchField } from './search-field'

export type BoardView = 'map' | 'outline'

interface ToolRowProps {
  readonly index: BoardIndex
  readonly view: BoardView
  readonly onView: (view: BoardView) => void
  /** Too narrow for the map: only the outline is there, so there is nothing to choose. */
  readonly narrow: boolean
  readonly smallMap: Store<SmallMapView | null>
}

const ContributeSegments = ({ stepId }: { readonly stepId: string }) => {
  const t = useT()
  const run = useRun()
  const step = useRecord('step', stepId)
  const { locked } = useBoardWork()
  if (!step) return null
  const change = async (contribute: Contribute): Promise<void> => {
    const done = await run('step.contribute', { id: stepId, contribute })
    if (!done.ok) reportFailure(done.error)
  }
  return (
    <Segmented<Contribute>
      name={t('board:contribute.name')}
      value={step.contribute}
      onChange={(value) => void change(value)}
      segments={[
        {
          value: 'closed',
          label: t('board:contribute.closed'),
          icon: <IconLock size={15} stroke={1.75} aria-hidden="true" />,
          disabled: locked,
        },
        { value: 'alone', label: t('board:contribute.alone'), disabled: locked },
        { value: 'open', label: t('board:contribute.open'), disabled: locked },
      ]}
    />
  )
}

const VoiceFilter = () => {
  const t = useT()
  const { ui } = useBoardWork()
  const voices = useOrdered('voice')
  const filter = useUi(ui, (state) => state.filter)
  if (voices.length === 0) return null
  return (
    <div className="voice-filter" role="group" aria-label={t('board:filter.voices')}>
      {voices.map((voice) =>
        isVoiceSlot(voice.slot) ? (
          <VoiceChip
            key={voice.id}
            voice={voice.slot}
            name={labelText(t, voice.label)}
            pressed={filter.voices.has(voice.id)}
            onChange={(on) => ui.patch({ filter: { ...filter, voices: toggled(filter.voices, voice.id, on) } })}
          />
        ) : null,
      )}
    </div>
  )
}

/** Add, who may contribute, what is shown, and how. */
export const ToolRow = ({ index, view, onView, narrow, smallMap }: ToolRowProps) => {
  const t = useT()
  const { stepId, locked } = useBoardWork()
  return (
    <>
      {locked ? null : (
        <Button
          size="small"
          icon={<IconPlus size={16} stroke={1.9} aria-hidden="true" />}
          iconAfter={<KeyCap keys={['N']} />}
          onClick={() => void runAction('board.newCard')}
        >
          {t('board:tools.card')}
        </Button>
      )}
      {stepId === undefined ? null : <ContributeSegments stepId={stepId} />}
      <VoiceFilter />
      <FilterMenu index={index} />
      <FilterCount index={index} />
      <SearchField />
      <div className="tool-far">
        {view === 'map' ? <SmallMap store={smallMap} /> : null}
        {narrow ? null : (
          <Segmented<BoardView>
            name={t('board:view.name')}
            value={view}
            onChange={onView}
            segments={[
              { value: 'map', label: t('board:view.map') },
              { value: 'outline', label: t('board:view.outline') },
            ]}
          />
        )}
      </div>
    </>
  )
}
