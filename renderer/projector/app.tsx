import { useEffect } from 'react'
import type { Stage } from '@core/model/session'
import { useT } from '../shared/i18n/use-t'
import { useSession, useSettings, useStatus } from '../shared/replica/react'
import { Note } from './parts/note'
import { AgreedView } from './views/agreed'
import { BoardView } from './views/board'
import { JoinView } from './views/join'
import { ResultView } from './views/result'
import { StepView } from './views/step'
import { VoteView } from './views/vote'

/** One idea a picture, chosen by the facilitator. While the laptop cannot be reached the last picture stays. */
export const App = () => {
  const t = useT()
  const session = useSession()
  useTheme()
  return (
    <>
      {session ? (
        <Picture key={pictureKey(session.stage)} stage={session.stage} />
      ) : (
        <Note text={t('projector:noSession')} />
      )}
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

/** What the facilitator has set; the system's wish without it. */
const useTheme = (): void => {
  const theme = useSettings()?.theme ?? 'system'
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
  }, [theme])
}
