import { IconArrowBackUp, IconArrowForwardUp, IconSearch } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { KeyCap } from '../../shared/look/key-cap'
import { Logo } from '../../shared/look/logo'
import { useHistory, useLab, useHelper, useSession } from '../../shared/replica/react'
import { ProjectorControl } from '../room/projector-control'
import { RoomButton } from '../room/room-button'
import { runAction } from './actions'
import { nav } from './nav'
import { SaveSign } from './save-sign'
import { SessionMenu } from './session-menu'
import { keyCaps } from './shortcuts'
import { TimerBox } from './timer-box'
import './top-bar.css'

const History = () => {
  const t = useT()
  const { undo, redo } = useHistory()
  const nothing = (what: string | null, words: string): { readonly unavailable?: string } =>
    what === null ? { unavailable: words } : {}
  return (
    <div className="top-history">
      <IconButton
        name={undo === null ? t('shell:top.undo') : t('shell:top.undoWhat', { what: t(`actions:${undo}`) })}
        icon={<IconArrowBackUp size={19} stroke={1.75} />}
        onClick={() => void runAction('edit.undo')}
        {...nothing(undo, t('shell:top.nothingToUndo'))}
      />
      <IconButton
        name={redo === null ? t('shell:top.redo') : t('shell:top.redoWhat', { what: t(`actions:${redo}`) })}
        icon={<IconArrowForwardUp size={19} stroke={1.75} />}
        onClick={() => void runAction('edit.redo')}
        {...nothing(redo, t('shell:top.nothingToRedo'))}
      />
    </div>
  )
}

const SearchButton = () => {
  const t = useT()
  return (
    <Button
      kind="quiet"
      className="top-search"
      title={t('shell:top.search')}
      icon={<IconSearch size={18} stroke={1.75} />}
      onClick={() => void runAction('view.palette')}
    >
      <span className="visually-hidden">{t('shell:top.search')}</span>
      <KeyCap keys={keyCaps('Mod+K', (key) => t(`shell:keys.${key}`))} />
    </Button>
  )
}

const HomeButton = () => {
  const t = useT()
  return (
    <button type="button" className="top-home" title={t('shell:top.home')} onClick={() => nav.go({ kind: 'home' })}>
      <Logo size={28} label={t('shell:top.home')} />
    </button>
  )
}

/** Lab and title, time, room, projector, and what is saved. */
export const TopBar = () => {
  const t = useT()
  const session = useSession()
  const lab = useLab()
  const isHelper = useHelper()
  return (
    <header className="top-bar" data-area="top" tabIndex={-1} aria-label={t('shell:areas.top')}>
      <div className="top-title">
        {isHelper ? <Logo size={28} label={t('shell:appName')} /> : <HomeButton />}
        <div className="top-names">
          <p className="top-lab">{lab?.name}</p>
          {isHelper ? <p className="top-session">{session?.title}</p> : <SessionMenu title={session?.title ?? ''} />}
        </div>
      </div>
      <TimerBox />
      <div className="top-end">
        {isHelper ? <span className="tag">{t('shell:helper.tag')}</span> : <RoomButton />}
        <ProjectorControl />
        <SaveSign />
        <History />
        <SearchButton />
      </div>
    </header>
  )
}
