/** @jsxImportSource preact */
import { useLabel, useOwnVoice, usePage, useWords } from '../context'
import { Deed, Frame } from '../parts/frame'
import { NotebookLink } from '../parts/notebook-link'
import { LanguageChoice } from './welcome'
import { OwnCardsLink } from '../parts/own-cards-link'

/** Behind the name in the head: what this person has chosen, and the way to choose again. */
export const YouScreen = () => {
  const { phone, setPanel } = usePage()
  const t = useWords()
  const label = useLabel()
  const voice = useOwnVoice()
  const { mine } = phone
  const reconsider = (what: 'voiceId' | 'quote'): void => {
    phone.reconsider(what)
    setPanel(null)
  }
  return (
    <Frame
      title={t('you.title')}
      foot={
        <Deed plain onClick={() => setPanel(null)}>
          {t('head.close')}
        </Deed>
      }
    >
      <dl class="facts">
        {mine.voiceId === undefined ? null : (
          <div>
            <dt>{t('you.voice')}</dt>
            <dd dir="auto">{voice ? label(voice.label) : t('voice.unstated')}</dd>
            <dd>
              <button type="button" class="small-deed" onClick={() => reconsider('voiceId')}>
                {t('you.changeVoice')}
              </button>
            </dd>
          </div>
        )}
        {mine.quote === undefined ? null : (
          <div>
            <dt>{t('you.quote')}</dt>
            <dd>{t(mine.quote === 'role' ? 'you.quoteRole' : 'you.quoteNone')}</dd>
            <dd>
              <button type="button" class="small-deed" onClick={() => reconsider('quote')}>
                {t('you.changeQuote')}
              </button>
            </dd>
          </div>
        )}
      </dl>
      <OwnCardsLink />
      <NotebookLink />
      <LanguageChoice />
      <p class="small quiet">{t('you.kept')}</p>
    </Frame>
  )
}
