import type { DocumentView } from '../model/document'
import type { VoteOption } from '../model/vote'
import type { Image } from '../model/work'

/**
 * Of these images, those that no card, no activity and no ballot shows once the records `gone` are gone (or have dropped
 * theirs): they go in the same change, so that one undo brings both back. `losing`: options of votes that lose theirs.
 */
export const unusedImages = (
  view: DocumentView,
  imageIds: Iterable<string | undefined>,
  gone: ReadonlySet<string>,
  losing: (option: VoteOption) => boolean = () => false,
): Image[] => {
  const images = new Map<string, Image>()
  for (const id of imageIds) {
    const image = id === undefined ? undefined : view.image.get(id)
    if (image) images.set(image.id, image)
  }
  if (images.size === 0) return []
  for (const table of [view.card, view.activity]) {
    for (const { id, imageId } of table.values()) {
      if (imageId !== undefined && !gone.has(id)) images.delete(imageId)
    }
  }
  for (const vote of view.vote.values()) {
    if (gone.has(vote.id)) continue
    for (const option of vote.options)
      if (option.imageId !== undefined && !losing(option)) images.delete(option.imageId)
  }
  return [...images.values()]
}
