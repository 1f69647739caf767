import { IconPhotoPlus, IconTrash } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { Lab } from '@core/model/lab'
import { LIMITS } from '@core/model/limits'
import { useT } from '../../shared/i18n/use-t'
import { Button, IconButton } from '../../shared/look/button'
import { useChange } from '../people/use-change'
import { logoData } from './logo-data'

const MOST = 8
/** What the picture is called in the report: its file without the ending. */
const nameOf = (file: File): string => file.name.replace(/\.[a-z]+$/i, '').slice(0, LIMITS.label)

/** Logos for the report's first page. */
export const LabLogos = ({ lab }: { readonly lab: Lab }) => {
  const t = useT()
  const id = useId()
  const change = useChange()
  const input = useRef<HTMLInputElement>(null)
  const [failed, setFailed] = useState(false)
  const logos = lab.logos ?? []
  const add = async (file: File): Promise<void> => {
    const dataUrl = await logoData(file)
    setFailed(dataUrl === null)
    if (dataUrl === null) return
    change('lab.update', { logos: [...logos, { name: nameOf(file), dataUrl }] })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t('lab:profile.logos')}</label>
      <ul className="logo-list">
        {logos.map((logo, index) => (
          <li key={`${logo.name}-${logo.dataUrl.length}`}>
            <img src={logo.dataUrl} alt={logo.name} />
            <IconButton
              size="small"
              name={t('people:removeWhat', { what: logo.name })}
              icon={<IconTrash size={16} stroke={1.75} />}
              onClick={() => change('lab.update', { logos: logos.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      <input
        ref={input}
        id={id}
        className="visually-hidden"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void add(file)
        }}
      />
      <div className="actions">
        <Button
          size="small"
          icon={<IconPhotoPlus size={16} stroke={1.75} />}
          onClick={() => input.current?.click()}
          {...(logos.length >= MOST ? { unavailable: t('lab:profile.logosFull') } : {})}
        >
          {t('lab:profile.addLogo')}
        </Button>
      </div>
      {failed ? (
        <span className="field-problem" role="alert">
          {t('lab:profile.logoFailed')}
        </span>
      ) : null}
    </div>
  )
}
