/**
 * Shows a survey's question (`<template data-if="field" data-is="value">`) as soon as the answer is chosen that it
 * depends on, and takes it away with the answer. Without a script the server asks it after the page is turned.
 */
export function surveyQuestions(): void {
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[data-if]')) {
    const form = template.closest('form')
    if (!form) continue
    const shown = document.createElement('div')
    shown.append(template.content.cloneNode(true))
    const judge = () => {
      const chosen = new FormData(form).getAll(template.dataset.if ?? '').includes(template.dataset.is ?? '')
      // Taken out whole: what is not asked is not sent.
      if (chosen && !shown.isConnected) template.after(shown)
      if (!chosen) shown.remove()
    }
    form.addEventListener('change', judge)
    judge()
  }
}
