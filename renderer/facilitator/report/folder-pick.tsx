import { IconFolder } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { useClient, useRequest } from '../../shared/replica/react'
import { reportFailure } from '../app/problems'

interface FolderPickProps {
  readonly onFolder: (folder: string) => void
}

/** Another folder for the files: the computer's own dialog in the desktop app, its path in a browser. */
export const FolderPick = ({ onFolder }: FolderPickProps) => {
  const t = useT()
  const id = useId()
  const request = useRequest()
  const asks = useClient().welcome()?.capabilities.nativeDialogs === true
  const [typed, setTyped] = useState<string | null>(null)
  const pick = async (): Promise<void> => {
    const picked = await request('folder.pick', {})
    if (!picked.ok) reportFailure(picked.error)
    else if (picked.value.folder !== null) onFolder(picked.value.folder)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const folder = typed?.trim() ?? ''
    if (folder === '') return
    setTyped(null)
    onFolder(folder)
  }
  if (typed === null) {
    return (
      <Button
        size="small"
        icon={<IconFolder size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => {
          if (asks) void pick()
          else setTyped('')
        }}
      >
        {t('reportPlace:folder.other')}
      </Button>
    )
  }
  return (
    <form className="report-folder-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('reportPlace:folder.path')}</label>
        <input
          id={id}
          className="input"
          value={typed}
          spellCheck={false}
          // The button that was pressed is gone: its place is here.
          autoFocus
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="field-hint">{t('reportPlace:folder.hint')}</span>
      </div>
      <div className="actions">
        <Button size="small" kind="quiet" onClick={() => setTyped(null)}>
          {t('common:cancel')}
        </Button>
        <Button size="small" type="submit">
          {t('reportPlace:folder.use')}
        </Button>
      </div>
    </form>
  )
}
