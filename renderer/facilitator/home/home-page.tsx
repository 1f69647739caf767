import { IconFolderOpen, IconHelpCircle, IconPlus, IconSearch, IconSettings } from '@tabler/icons-react'
import type { HomeView, SessionCard } from '@core/protocol/views'
import { runAction } from '../app/actions'
import { MessageBars } from '../app/message-bars'
import { keyCaps } from '../app/shortcuts'
import { useShortcuts } from '../app/use-shortcuts'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { BoardDrawing } from '../../shared/look/drawings'
import { EmptyState } from '../../shared/look/empty-state'
import { KeyCap } from '../../shared/look/key-cap'
import { Logo } from '../../shared/look/logo'
import { useReplica, useStatus } from '../../shared/replica/react'
import { chooseFile } from './file-picker'
import { DamagedFiles } from './damaged-files'
import { LabsColumn } from './labs-column'
import { Overdue } from './overdue'
import { othersOf, raisedOf } from './raised'
import { RaisedSession, SessionList } from './session-list'
import { Templates } from './templates'
import { useTrashed } from './to-trash'
import { Trash } from './trash'
import { useHome } from './use-home'
import { useOpen } from './use-open'
import './home.css'
import './files.css'

const HomeHead = () => {
  const t = useT()
  return (
    <header className="home-head" data-area="top" tabIndex={-1} aria-label={t('shell:areas.top')}>
      <div className="home-name">
        <Logo size={36} />
        <div>
          <p className="home-app">{t('shell:appName')}</p>
          <p className="small quiet">{t('home:motto')}</p>
        </div>
      </div>
      <div className="home-tools">
        <button type="button" className="home-search" onClick={() => void runAction('view.palette')}>
          <IconSearch size={18} stroke={1.75} aria-hidden="true" />
          <span>{t('home:search')}</span>
          <KeyCap keys={keyCaps('Mod+K', (key) => t(`shell:keys.${key}`))} />
        </button>
        <IconButton
          name={t('actions:view.settings')}
          icon={<IconSettings size={20} stroke={1.75} />}
          onClick={() => void runAction('view.settings')}
        />
        <IconButton
          name={t('actions:help.shortcuts')}
          icon={<IconHelpCircle size={20} stroke={1.75} />}
          onClick={() => void runAction('help.shortcuts')}
        />
      </div>
    </header>
  )
}

const FirstRun = ({ samples }: { readonly samples: HomeView['samples'] }) => {
  const t = useT()
  const open = useOpen()
  const sample = samples[0]
  return (
    <EmptyState
      drawing={<BoardDrawing />}
      title={t('home:first.title')}
      text={t('home:first.text')}
      actions={
        <>
          <Button kind="primary" icon={<IconPlus size={17} stroke={1.9} />} onClick={() => void runAction('file.new')}>
            {t('home:newSession')}
          </Button>
          {sample === undefined ? null : (
            <Button onClick={() => void open.sample(sample.id, sample.parts.length - 1, sample.name)}>
              {t('home:first.sample')}
            </Button>
          )}
        </>
      }
      tip={t('home:first.tip')}
    />
  )
}

const Sessions = ({ view }: { readonly view: HomeView }) => {
  const open = useOpen()
  const openFileId = useReplica().snapshot()?.fileId ?? null
  const onOpen = (card: SessionCard): void => void open.session(card.fileId, card.title)
  const { onTrashed, notice } = useTrashed()
  const raised = raisedOf(view.sessions, openFileId, view.today)
  const deeds = { today: view.today, onOpen, onTrashed }
  return (
    <>
      {notice}
      {raised === null ? (
        <FirstRun samples={view.samples} />
      ) : (
        <>
          <RaisedSession raised={raised} {...deeds} />
          <SessionList sessions={othersOf(view.sessions, raised)} {...deeds} />
        </>
      )}
    </>
  )
}

const OverdueSessions = ({ view }: { readonly view: HomeView }) => {
  const open = useOpen()
  return <Overdue sessions={view.sessions} onOpen={(card) => void open.session(card.fileId, card.title)} />
}

const MainHead = ({ empty }: { readonly empty: boolean }) => {
  const t = useT()
  return (
    <div className="home-title">
      <h1 tabIndex={-1}>{empty ? t('home:welcome') : t('home:title')}</h1>
      <div className="actions">
        <Button icon={<IconFolderOpen size={18} stroke={1.75} />} onClick={chooseFile}>
          {t('home:openFile')}
        </Button>
        {empty ? null : (
          <Button kind="primary" icon={<IconPlus size={18} stroke={1.9} />} onClick={() => void runAction('file.new')}>
            {t('home:newSession')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Without the app there is nothing to list; say what is safe instead of showing an empty page. */
const AppGone = () => {
  const t = useT()
  return <EmptyState title={t('home:gone.title')} text={t('home:gone.text')} tip={t('home:gone.tip')} />
}

const noSteps = (): void => undefined

/** Where everything starts: what to do next in five seconds. */
export const HomePage = () => {
  const t = useT()
  const { view, failure, reload } = useHome()
  const offline = useStatus() === 'offline'
  useShortcuts(noSteps)
  return (
    <div className="home">
      <HomeHead />
      <MessageBars />
      <div className="home-columns">
        <main className="home-main" data-area="sheet" tabIndex={-1} aria-label={t('shell:areas.sheet')}>
          {view === null && offline ? <AppGone /> : <MainHead empty={view?.sessions.length === 0} />}
          {failure === null ? null : (
            <p className="notice notice-bad" role="alert">
              {t(`errors:${failure.code}.what`, failure.params)}{' '}
              <button type="button" className="btn btn-link" onClick={reload}>
                {t('common:tryAgain')}
              </button>
            </p>
          )}
          {view === null ? null : (
            <>
              <Sessions view={view} />
              <DamagedFiles files={view.damaged} />
              <OverdueSessions view={view} />
              <Templates templates={view.templates} />
              <Trash view={view} />
            </>
          )}
        </main>
        {view === null ? null : <LabsColumn view={view} />}
      </div>
    </div>
  )
}
