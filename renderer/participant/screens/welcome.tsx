/** @jsxImportSource preact */
import { sessionOf } from '@core/model/document'
import { usePage, useWords } from '../context'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { Languages } from '../parts/languages'

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
  const { lang, prefs, t, setPrefs } = usePage()
  return <Languages lang={prefs.lang ?? lang} t={t} onChoose={(chosen) => setPrefs({ lang: chosen })} />
}
