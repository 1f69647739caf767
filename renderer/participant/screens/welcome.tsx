/** @jsxImportSource preact */
import { sessionOf } from '@core/model/document'
import { usePage, useWords } from '../context'
import { nameOfLang, phoneLanguages } from '../model/words'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'

/** The first screen of somebody whom the host has let in. */
export const WelcomeScreen = () => {
  const { phone } = usePage()
  const t = useWords()
  const session = phone.view ? sessionOf(phone.view) : undefined
  return (
    <Frame
      class="main-airy"
      title={t('welcome.title')}
      lead={<span dir="auto">{session?.title}</span>}
      note={t('welcome.promise')}
      foot={
        <Deed onClick={() => phone.keep({ entered: true })}>
          {t('welcome.enter')} <Icon name="right" />
        </Deed>
      }
    >
      <LanguageChoice />
    </Frame>
  )
}

/** Shown once there is something to choose. */
export const LanguageChoice = () => {
  const { lang, setPrefs } = usePage()
  const t = useWords()
  const present = phoneLanguages()
  if (present.length < 2) return null
  return (
    <fieldset class="choices">
      <legend>
        <Icon name="language" /> {t('welcome.which')}
      </legend>
      {present.map((one) => (
        <label key={one} class="choice choice-plain" lang={one}>
          <input type="radio" name="lang" checked={one === lang} onChange={() => setPrefs({ lang: one })} />
          <span class="choice-name">{nameOfLang(one)}</span>
          <span class="choice-tick">
            <Icon name="check" />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
