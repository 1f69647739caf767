import { Menu } from '@mantine/core'
import { IconCopy, IconPhotoDown, IconVector } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { PICTURE_PROFILE } from './use-picture'
import type { PictureAsk, PictureDeed, Pictures } from './use-picture'

interface PictureItemsProps {
  readonly pictures: Pictures
  readonly ask: PictureAsk
}

const DEEDS: readonly { readonly deed: PictureDeed; readonly icon: typeof IconCopy }[] = [
  { deed: 'copy', icon: IconCopy },
  { deed: 'png', icon: IconPhotoDown },
  { deed: 'svg', icon: IconVector },
]

/** What can be done with one picture, as items of a menu. */
export const PictureItems = ({ pictures, ask }: PictureItemsProps) => {
  const t = useT()
  return (
    <>
      <Menu.Label>{t(`common:picture.as.${ask.profile ?? PICTURE_PROFILE}`)}</Menu.Label>
      {DEEDS.filter(({ deed }) => deed !== 'copy' || pictures.canCopy).map(({ deed, icon: Icon }) => (
        <Menu.Item
          key={deed}
          leftSection={<Icon size={17} stroke={1.75} aria-hidden="true" />}
          onClick={() => void pictures.take(ask, deed)}
        >
          {t(`common:picture.${deed}`)}
        </Menu.Item>
      ))}
    </>
  )
}

/** How it went, said aloud and read beside the menu. */
export const PictureSaid = ({ pictures }: { readonly pictures: Pictures }) => (
  <span className="small quiet" role="status">
    {pictures.said}
  </span>
)
