/** @jsxImportSource preact */
import type { Prefs } from '../model/prefs'
import type { Words } from '../model/words'
import { Icon } from '../parts/icon'

type PrefButtonsProps = {
  readonly t: Words['t']
  readonly prefs: Prefs
  readonly onChange: (part: Partial<Prefs>) => void
}

/** How the page is read, for this person only. */
export const PrefButtons = ({ t, prefs, onChange }: PrefButtonsProps) => (
  <div class="head-tools">
    <button type="button" class="tablet-tool" aria-pressed={prefs.big} onClick={() => onChange({ big: !prefs.big })}>
      <span aria-hidden="true">{prefs.big ? 'A\u2212' : 'A+'}</span> <span>{t('tablet:big')}</span>
    </button>
    <button
      type="button"
      class="tablet-tool"
      aria-pressed={prefs.contrast}
      onClick={() => onChange({ contrast: !prefs.contrast })}
    >
      <Icon name="contrast" size={22} /> <span>{t('tablet:contrast')}</span>
    </button>
  </div>
)
