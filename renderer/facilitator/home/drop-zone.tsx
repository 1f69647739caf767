import { IconFileArrowRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { isSessionFile } from './use-open-file'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** A session file dropped anywhere on the window opens; anything else would make the browser leave the page. */
export const DropZone = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const t = useT()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      const file = files.find(({ name }) => isSessionFile(name)) ?? files[0]
      if (file !== undefined) onFile(file)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFile])
  if (!over) return null
  return (
    <div className="drop-zone">
      <p>
        <IconFileArrowRight size={32} stroke={1.5} aria-hidden="true" />
        {t('home:drop')}
      </p>
    </div>
  )
}
