/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { usePage, useWords } from '../context'
import { Deed, Frame } from '../parts/frame'
import { Icon } from '../parts/icon'
import { LanguageChoice } from './welcome'

/** For those who typed the address: the code that stands on the projector. */
export const CodeScreen = ({ problem }: { readonly problem: string | null }) => {
  const { phone } = usePage()
  const t = useWords()
  const [code, setCode] = useState(phone.typed ?? '')
  const [asked, setAsked] = useState<string | null>(null)
  const shown = asked ?? problem
  const send = (): void => {
    if (code.trim() === '') return setAsked(t('welcome.codeMissing'))
    setAsked(null)
    return phone.joinWith(code.trim())
  }
  return (
    <form
      class="as-page"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Frame
        class="main-airy"
        title={t('welcome.title')}
        note={t('welcome.promise')}
        foot={
          <Deed type="submit">
            {t('welcome.enter')} <Icon name="right" />
          </Deed>
        }
      >
        <div class="code">
          <label for="code">{t('welcome.code')}</label>
          <input
            id="code"
            name="code"
            class="code-field"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={60}
            aria-describedby="code-hint"
            aria-invalid={shown !== null}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <p
            id="code-hint"
            class={shown === null ? 'small quiet' : 'problem'}
            role={shown === null ? undefined : 'alert'}
          >
            {shown ?? t('welcome.codeHint')}
          </p>
        </div>
        <LanguageChoice />
      </Frame>
    </form>
  )
}
