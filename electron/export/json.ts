import type { Exporter } from './export-file'
import { utf8 } from './export-file'
import { pictureUrl } from './picture-data'

/** The redacted model itself, for programs; pictures as every other format has them, without what a camera wrote into them. */
export const exportJson: Exporter = (model) => {
  const logos = model.meta.logos.map((logo) => ({ ...logo, dataUrl: pictureUrl(logo.dataUrl) ?? '' }))
  const shown = { ...model, meta: { ...model.meta, logos } }
  return [{ suffix: '.json', bytes: utf8(`${JSON.stringify(shown, null, 2)}\n`) }]
}
