import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { assertNever } from '@core/lib/assert-never'
import type { Failure } from '@core/protocol/failures'
import type { CompareView } from '@core/protocol/report-views'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { PlaceFrame } from '../app/place-body'
import { PlaceHeader } from '../app/place-header'
import { useStore } from '../app/store'
import { ProblemNote } from '../outcomes/problem-note'
import { Preview } from '../report/preview'
import type { ReportAsk } from '../report/report-kit'
import { useSettled } from '../report/use-plan'
import { CompareTools } from './compare-tools'
import { labsOf } from './compare-words'
import { chooseAgain, isFiltered, readAs, reading, whatOf } from './comparison'
import type { ViewId } from './comparison'
import { CopyPicture } from './copy-picture'
import { FIRST_CHOICE } from './export-drawer'
import { FrameTable } from './frame-table'
import type { Chosen } from './heat-model'
import { HeatView } from './heat-view'
import { IndicatorsView } from './indicators-view'
import { LeftOut } from './left-out'
import { PrioritiesView } from './priorities-view'
import { SideDrawer } from './side-drawer'
import type { Side } from './side-drawer'
import { SharedView } from './shared-view'
import { TasksView } from './tasks-view'

interface ShownProps {
  readonly view: CompareView
  readonly side: Side
  readonly onChoose: (chosen: Chosen) => void
}

const Shown = ({ view, side, onChoose }: ShownProps) => {
  const { view: shown, by, order } = useStore(reading)
  const chosen = side?.kind === 'cell' ? side.chosen : null
  switch (shown) {
    case 'map':
      return <HeatView view={view} by={by} chosen={chosen} onChoose={onChoose} />
    case 'words':
      return <FrameTable frame={view.frame} />
    case 'priorities':
      return <PrioritiesView lines={view.priorities} order={order} />
    case 'shared':
      return <SharedView view={view} by={by} />
    case 'tasks':
      return <TasksView view={view} />
    case 'indicators':
      return <IndicatorsView view={view} />
    case 'leftOut':
      return <LeftOut view={view} />
    default:
      return assertNever(shown)
  }
}

/** Nothing to show: because of the filter, or because there are no sessions in what was chosen. */
const Nothing = ({ view, filtered }: { readonly view: CompareView; readonly filtered: boolean }) => {
  const t = useT()
  return (
    <>
      <div className="note compare-note">
        <p>{filtered ? t('compare:nothing.filtered') : t('compare:nothing.sources')}</p>
        <Button size="small" onClick={() => (filtered ? readAs({ filter: {} }) : chooseAgain())}>
          {filtered ? t('compare:filter.clear') : t('compare:rail.others')}
        </Button>
      </div>
      {!filtered && view.damaged.length > 0 ? <LeftOut view={view} /> : null}
    </>
  )
}

const Kicker = ({ view }: { readonly view: CompareView }) => {
  const t = useT()
  const labs = labsOf(view)
  const sessions = t('report:compare.sessions', { count: view.sessions.length })
  const [only] = labs
  return only && labs.length === 1
    ? t('compare:kicker.lab', { sessions, lab: only.labName })
    : t('compare:kicker.labs', { sessions, count: labs.length })
}

/** Places of the frame in words; without a frame, those of the table. */
const placesOf = ({ frame, topics }: CompareView): number =>
  frame.rows.filter(({ place }) => place !== '').length || topics.rows.length

/** What stands side by side in the view that is open. */
const Title = ({ view }: { readonly view: CompareView }) => {
  const t = useT()
  const { view: shown, by } = useStore(reading)
  if (view.sessions.length === 0) return t('compare:title')
  switch (shown) {
    case 'priorities':
    case 'tasks':
    case 'indicators':
      return t('report:compare.title.lab', { count: labsOf(view).length })
    case 'words':
      return t('report:compare.title.place', { count: placesOf(view) })
    default:
      return t(`report:compare.title.${by}`, { count: view.topics.rows.length })
  }
}

/** The report as it will be written, drawn anew when the choices have come to rest. */
const SettledPreview = ({ ask }: { readonly ask: ReportAsk }) => {
  const [large, setLarge] = useState(false)
  return (
    <div className="compare-report" data-large={large || undefined}>
      <Preview ask={useSettled(ask)} stamp={0} kind="compare" large={large} onLarge={setLarge}>
        {null}
      </Preview>
    </div>
  )
}

interface CompareSheetProps {
  readonly view: CompareView | null
  readonly base: CompareView | null
  readonly failure: Failure | null
}

/** Heading, what is narrowed down, the view, and what stands behind it. */
export const CompareSheet = ({ view, base, failure }: CompareSheetProps) => {
  const t = useT()
  return view === null ? (
    <PlaceFrame header={<PlaceHeader title={t('compare:title')} />}>
      <ProblemNote failure={failure} />
    </PlaceFrame>
  ) : (
    <Filled view={view} base={base} failure={failure} />
  )
}

type FilledProps = CompareSheetProps & { readonly view: CompareView }

const Filled = ({ view, base, failure }: FilledProps) => {
  const t = useT()
  const { by, filter, view: shown } = useStore(reading)
  const [side, setSide] = useState<Side>(null)
  const [choice, setChoice] = useState(FIRST_CHOICE)
  // The report stands in the place of the view from which it was asked for.
  const [previewOf, setPreviewOf] = useState<ViewId | null>(null)
  const ask = { profile: choice.profile, lang: choice.lang, what: whatOf(view.compareId, by, filter) }
  const preview = side?.kind === 'export' && previewOf === shown
  const exporting = { filter, ask, choice, onChoice: setChoice, preview }
  const toggle = (kind: 'export' | 'narrow'): void => setSide(side?.kind === kind ? null : { kind })
  const none = view.sessions.length === 0
  return (
    <PlaceFrame
      drawer={
        <SideDrawer
          view={view}
          base={base}
          side={side}
          onSide={setSide}
          exporting={{ ...exporting, onPreview: () => setPreviewOf(preview ? null : shown) }}
        />
      }
      header={
        <PlaceHeader
          kicker={<Kicker view={view} />}
          title={<Title view={view} />}
          actions={
            none ? undefined : (
              <>
                {shown === 'map' ? (
                  <CopyPicture compareId={view.compareId} by={by} filter={filter} table={view.topics} />
                ) : null}
                <Button
                  kind="primary"
                  icon={<IconFileExport size={17} stroke={1.75} />}
                  expanded={side?.kind === 'export'}
                  onClick={() => toggle('export')}
                >
                  {t('compare:export.open')}
                </Button>
              </>
            )
          }
        >
          <CompareTools base={base} narrowing={side?.kind === 'narrow'} onNarrow={() => toggle('narrow')} />
        </PlaceHeader>
      }
    >
      <div className="compare-work">
        <ProblemNote failure={failure} />
        {view.sessions.length === 1 && view.topics.rows.length < 2 ? (
          <p className="note compare-note">{t('compare:one')}</p>
        ) : null}
        {preview ? (
          <SettledPreview ask={ask} />
        ) : none && shown !== 'leftOut' ? (
          <Nothing view={view} filtered={isFiltered(filter)} />
        ) : (
          <Shown view={view} side={side} onChoose={(chosen) => setSide({ kind: 'cell', chosen })} />
        )}
      </div>
    </PlaceFrame>
  )
}
