import { useEffect } from 'react'
import type { Stage } from '@core/model/session'
import { useT } from '../shared/i18n/use-t'
import { useRequest, useSettings, useStatus } from '../shared/replica/react'
import { Note } from './parts/note'
import { useStage } from './parts/use-stage'
import { AgreedView } from './views/agreed'
import { BoardView } from './views/board'
import { ChainView } from './views/chain'
import { JoinView } from './views/join'
import { PulseView } from './views/pulse'
import { ResultView } from './views/result'
import { StepView } from './views/step'
import { TimerView } from './views/timer'
import { VoteView } from './views/vote'

/** One idea a picture, chosen by the facilitator. While the laptop cannot be reached the last picture stays. */
export const App = () => {
  const t = useT()
  const stage = useStage()
  useTheme()
  useBlankKey()
  return (
    <>
      {stage ? <Picture key={pictureKey(stage)} stage={stage} /> : <Note text={t('projector:noSession')} />}
      <Lost />
    </>
  )
}

const Picture = ({ stage }: { readonly stage: Stage }) => {
  switch (stage.view) {
    case 'blank':
      return <Blank />
    case 'join':
      return <JoinView />
    case 'step':
      return <StepView />
    case 'board':
      return <BoardView boardId={stage.boardId} entryId={stage.entryId} page={stage.page ?? 0} />
    case 'vote':
      return <VoteView voteId={stage.voteId} />
    case 'result':
      return <ResultView voteId={stage.voteId} />
    case 'agreed':
      return <AgreedView />
    case 'timer':
      return <TimerView />
    case 'pulse':
      return <PulseView />
    case 'chain':
      return <ChainView statementId={stage.statementId} page={stage.page} />
  }
}

/** Nothing to look at, on purpose. */
const Blank = () => {
  const t = useT()
  return (
    <main className="blank">
      <h1 className="visually-hidden">{t('projector:blank')}</h1>
    </main>
  )
}

const pictureKey = (stage: Stage): string => ('voteId' in stage ? `${stage.view} ${stage.voteId}` : stage.view)

/** Small, so that the room can go on: the picture above it is the last one that came. */
const Lost = () => {
  const t = useT()
  const status = useStatus()
  return (
    <div role="status" className="lost-place">
      {status === 'offline' ? <p className="lost">{t('projector:lost')}</p> : null}
      {status === 'refused' ? <p className="lost">{t('projector:refused')}</p> : null}
    </div>
  )
}

/** B: nothing to look at, and back to what was shown. The host knows what that was. */
const useBlankKey = (): void => {
  const request = useRequest()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const plain = !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey
      if (plain && event.key.toLowerCase() === 'b') void request('stage.toggle-blank', {})
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [request])
}

/** What the facilitator has set; the system's wish without it. */
const useTheme = (): void => {
  const theme = useSettings()?.theme ?? 'system'
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme])
}
