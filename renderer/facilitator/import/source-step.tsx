import { IconFolderOpen } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import type { TableSource } from './table-source'
import { ACCEPTED, sourceOfFile, sourceOfPaste, sourceOfText } from './table-source'

/** Where the table comes from: chosen, dropped here, or pasted out of a spreadsheet. */
export const SourceStep = ({ onSource }: { readonly onSource: (source: TableSource) => void }) => {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [text, setText] = useState('')
  const take = async (file: File | undefined): Promise<void> => {
    if (file) onSource(await sourceOfFile(file))
  }
  return (
    <>
      <div
        className="import-drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setOver(false)
          void take(event.dataTransfer.files[0])
        }}
      >
        <p>{t('import:source.drop')}</p>
        <Button
          kind="primary"
          icon={<IconFolderOpen size={17} stroke={1.75} aria-hidden="true" />}
          onClick={() => field.current?.click()}
        >
          {t('import:source.choose')}
        </Button>
        <p className="small quiet">{t('import:source.kinds')}</p>
        <input
          ref={field}
          type="file"
          hidden
          accept={ACCEPTED}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </div>
      <div className="field">
        <label htmlFor="import-paste">{t('import:source.paste')}</label>
        <textarea
          id="import-paste"
          className="input"
          data-autofocus
          rows={4}
          dir="auto"
          value={text}
          aria-describedby="import-paste-hint"
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const pasted = text === '' ? sourceOfPaste(event.clipboardData) : null
            if (!pasted) return
            event.preventDefault()
            onSource(pasted)
          }}
        />
        <p id="import-paste-hint" className="field-hint">
          {t('import:source.pasteHint')}
        </p>
      </div>
      <div className="actions">
        <Button
          unavailable={text.trim() === '' ? t('import:source.nothing') : undefined}
          onClick={() => onSource(sourceOfText(text))}
        >
          {t('import:source.read')}
        </Button>
      </div>
    </>
  )
}
