import { IconFileArrowRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useT } from '../../shared/i18n/use-t'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Session files dropped anywhere on the window are opened, or asked about; anything else would make the browser leave the page. */
export const DropZone = ({
  onFiles,
  inSession,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly inSession: boolean
}) => {
  const t = useT()
  /** Files that hang over the window; their names are not told before the drop. */
  const [over, setOver] = useState(0)
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(Math.max(1, event.dataTransfer?.items.length ?? 1))
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(0)
    }
    const onDrop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(0)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) onFiles(files)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [onFiles])
  if (over === 0) return null
  return (
    <div className="drop-zone">
      <p>
        <IconFileArrowRight size={32} stroke={1.5} aria-hidden="true" />
        {over > 1 ? t('home:dropMany', { count: over }) : t(inSession ? 'home:dropInSession' : 'home:drop')}
      </p>
    </div>
  )
}
