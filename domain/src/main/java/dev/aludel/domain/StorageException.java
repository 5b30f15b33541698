package dev.aludel.domain;

import org.jspecify.annotations.Nullable;

/**
 * Everything that a storage can report, one subclass for each decision that a caller can make. No
 * message holds a password or a stored value; the only values named are ids, where nothing else
 * could say which entity or row it is.
 */
public abstract sealed class StorageException extends RuntimeException
    permits BlocksCutException,
        ConflictException,
        ConstraintViolationException,
        CorruptStorageException,
        NotFoundException,
        OutcomeUnknownException,
        SchemaNotCurrentException,
        StorageClosedException,
        StorageTimeoutException,
        StorageUnavailableException,
        TransientStorageException,
        ValueNotStorableException {

  StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
