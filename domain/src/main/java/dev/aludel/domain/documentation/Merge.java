package dev.aludel.domain.documentation;

/**
 * What a merge of stored entities with given ones did.
 *
 * @param inserted how many were new
 * @param updated how many were there and differed
 * @param deleted how many were there and were not given
 */
public record Merge(int inserted, int updated, int deleted) {}
