/** @jsxImportSource preact */
import { keptWords } from '@core/text/ballot-words'
import { useOwnVoice, usePage } from '../context'
import type { VoteRound } from '../model/screen'
import { BigTick } from '../parts/big-tick'
import { Closing } from '../parts/closing'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'

/** After handing in; says "counts" only when the host has said so. */
export const CountedScreen = ({ vote, round }: VoteRound) => {
  const { phone, tablet, t } = usePage()
  const voice = useOwnVoice()
  const turnout = phone.turnout(round.id)
  const waiting = phone.mine.ballots[round.id]?.state === 'waiting'
  const change = (): void => phone.changeBallot(round.id)
  const title = t(waiting ? 'ballot:counted.waitingTitle' : 'ballot:counted.title')
  if (tablet) {
    return (
      <tablet.After
        state={waiting ? 'waiting' : 'in'}
        title={title}
        text={t('ballot:counted.tablet')}
        onAgain={change}
        again={t('ballot:counted.change')}
      />
    )
  }
  return (
    <Frame
      key={waiting ? 'waiting' : 'counted'}
      class="main-airy"
      title={title}
      note={t('ballot:counted.down')}
      foot={
        <>
          <Closing round={round} />
          <Deed plain onClick={change}>
            <Icon name="pencil" /> {t('ballot:counted.change')}
          </Deed>
        </>
      }
    >
      {waiting ? null : <BigTick />}
      <p role="status">{t(waiting ? 'ballot:counted.waitingText' : 'ballot:counted.text')}</p>
      <p class="kept-box kept-note">
        <strong>{t('ballot:kept.title')}</strong> {keptWords(t, vote, voice !== null)}
      </p>
      {/* Told a moment later than the ballot is: nobody reads that it counts and that none is in. */}
      {turnout && turnout.present > 0 && turnout.cast > 0 ? (
        <div>
          <p class="small quiet">{t('ballot:counted.so')}</p>
          <p class="so-far">
            <span class="so-far-figure">{turnout.cast}</span> {t('ballot:counted.of', { count: turnout.present })}
          </p>
        </div>
      ) : null}
    </Frame>
  )
}
