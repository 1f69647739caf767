export const DialoguePlace = () => null
