import { Suspense } from 'react'
import { assertNever } from '@core/lib/assert-never'
import {
  DialoguePlace,
  ProjectsPlace,
  IndicatorsPlace,
  ActivitiesPlace,
  PulsePlace,
  NotebookPlace,
  AgendaPlace,
  HistoryPlace,
  HelpPlace,
  BoardPlace,
  BoardsPlace,
  LabPlace,
  OutcomesPlace,
  PaperPlace,
  PeoplePlace,
  QuestionsPlace,
  ReportPlace,
  SettingsPlace,
  VotePlace,
  VotesPlace,
  WaitingPlace,
} from './lazy-places'
import { useHelper } from '../../shared/replica/react'
import { ElsewherePlace } from './missing-place'
import { FACILITATORS_PLACES } from './nav'
import type { Place } from './nav'
import { StepPlace } from './step-place'

/** Home and the comparison are not here: they are pages of their own. */
export type SessionPlace = Exclude<Place, { readonly kind: 'home' | 'compare' }>

const Shown = ({ place }: { readonly place: SessionPlace }) => {
  switch (place.kind) {
    case 'step':
      return <StepPlace key={place.id} id={place.id} />
    case 'board':
      return <BoardPlace key={place.id} boardId={place.id} />
    case 'boards':
      return <BoardsPlace />
    case 'votes':
      return <VotesPlace />
    case 'vote':
      return <VotePlace key={place.id} voteId={place.id} />
    case 'paper':
      return <PaperPlace key={place.id} voteId={place.id} />
    case 'decisions':
      return <OutcomesPlace key="decisions" focus="decisions" />
    case 'tasks':
      return <OutcomesPlace key="tasks" focus="tasks" />
    case 'questions':
      return <QuestionsPlace />
    case 'dialogue':
      return <DialoguePlace />
    case 'projects':
      return <ProjectsPlace />
    case 'indicators':
      return <IndicatorsPlace />
    case 'activities':
      return <ActivitiesPlace />
    case 'pulse':
      return <PulsePlace />
    case 'notebook':
      return <NotebookPlace />
    case 'agenda':
      return <AgendaPlace />
    case 'history':
      return <HistoryPlace />
    case 'help':
      return <HelpPlace />
    case 'people':
      return <PeoplePlace />
    case 'waiting':
      return <WaitingPlace />
    case 'lab':
      return <LabPlace />
    case 'report':
      return <ReportPlace />
    case 'settings':
      return <SettingsPlace />
    default:
      return assertNever(place)
  }
}

/** What lies on the sheet. */
export const PlaceSwitch = ({ place }: { readonly place: SessionPlace }) => {
  const isHelper = useHelper()
  return (
    <Suspense fallback={<div className="place" aria-busy="true" />}>
      {isHelper && FACILITATORS_PLACES.has(place.kind) ? <ElsewherePlace /> : <Shown place={place} />}
    </Suspense>
  )
}
