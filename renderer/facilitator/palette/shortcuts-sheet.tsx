import type { ActionGroup, ActionId } from '@core/actions/catalog'
import { ACTIONS } from '@core/actions/catalog'
import { useT } from '../../shared/i18n/use-t'
import { KeyCap } from '../../shared/look/key-cap'
import { Dialog } from '../app/dialog'
import { keyCaps } from '../app/shortcuts'
import './palette.css'

type Row = { readonly name: string; readonly caps: readonly (readonly string[])[] }
type Section = 'everywhere' | 'session' | 'board' | 'vote'

const SECTION_OF: Readonly<Record<ActionGroup, Section>> = {
  file: 'everywhere',
  edit: 'everywhere',
  view: 'everywhere',
  help: 'everywhere',
  room: 'everywhere',
  go: 'everywhere',
  session: 'session',
  board: 'board',
  vote: 'vote',
}

const SECTIONS: readonly (readonly Section[])[] = [
  ['everywhere', 'session'],
  ['board', 'vote'],
]

const useRows = (): ((section: Section) => readonly Row[]) => {
  const t = useT()
  const word = (key: string): string => t(`shell:keys.${key}`)
  const caps = (keys: string): readonly string[] => keyCaps(keys, word)
  const extra: Readonly<Record<Section, readonly Row[]>> = {
    everywhere: [{ name: t('shell:shortcuts.area'), caps: [['F6']] }],
    session: [
      { name: t('shell:shortcuts.steps'), caps: [['1 – 9']] },
      {
        name: t('shell:shortcuts.moveStep'),
        caps: [
          [word('alt'), '↑'],
          [word('alt'), '↓'],
        ],
      },
    ],
    board: [
      { name: t('shell:shortcuts.walk'), caps: [['←'], ['↑'], ['↓'], ['→']] },
      { name: t('shell:shortcuts.openCard'), caps: [[word('enter')]] },
      { name: t('shell:shortcuts.pick'), caps: [[word('space')]] },
      {
        name: t('shell:shortcuts.chooseMore'),
        caps: [
          [word('shift'), '↑'],
          [word('shift'), '↓'],
        ],
      },
    ],
    vote: [],
  }
  const nameOf = (id: ActionId): string => t(`actions:${id}`)
  return (section) => [
    ...ACTIONS.flatMap((entry) =>
      entry.keys !== undefined && SECTION_OF[entry.group] === section
        ? [{ name: nameOf(entry.id), caps: [caps(entry.keys)] }]
        : [],
    ),
    ...extra[section],
  ]
}

/** All shortcuts on one sheet. */
export const ShortcutsSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useT()
  const rows = useRows()
  return (
    <Dialog title={t('shell:shortcuts.title')} onClose={onClose} wide>
      <div className="shortcuts">
        {SECTIONS.map((column) => (
          <div key={column.join('-')}>
            {column.map((section) => (
              <section key={section}>
                <h3>{t(`shell:shortcuts.${section}`)}</h3>
                <dl>
                  {rows(section).map((row) => (
                    <div key={row.name} className="shortcut-row">
                      <dt>{row.name}</dt>
                      <dd>
                        {row.caps.map((keys) => (
                          <KeyCap key={keys.join('+')} keys={keys} />
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        ))}
      </div>
      <p className="small quiet shortcuts-note">{t('shell:shortcuts.note')}</p>
    </Dialog>
  )
}
