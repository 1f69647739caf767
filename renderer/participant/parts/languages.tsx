/** @jsxImportSource preact */
import type { Words } from '../model/words'
import { isReviewed, nameOfLang, phoneLanguages, tagOf } from '../model/words'
import { Icon } from './icon'

type LanguagesProps = {
  readonly lang: string
  readonly t: Words['t']
  readonly onChoose: (lang: string) => void
}

/** Each by its own name; one that nobody has reviewed says so. */
export const Languages = ({ lang, t, onChoose }: LanguagesProps) => {
  const present = phoneLanguages()
  if (present.length < 2) return null
  return (
    <fieldset class="choices">
      <legend>
        <Icon name="language" /> {t('participant:welcome.which')}
      </legend>
      {present.map((one) => (
        <label key={one} class="choice choice-plain">
          <input type="radio" name="lang" checked={one === lang} onChange={() => onChoose(one)} />
          <span class="choice-name">
            <span lang={tagOf(one)}>{nameOfLang(one)}</span>
            {isReviewed(one) ? null : <span class="choice-hint">{t('participant:welcome.notReviewed')}</span>}
          </span>
          <span class="choice-tick">
            <Icon name="check" />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
